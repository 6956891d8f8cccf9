import { newTemplate } from '../../core/edit/index.ts';
import { announce, newGuid, openTemplate } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { freeName, UNTITLED } from './open.ts';

/** Opens an empty template that no file holds yet. */
export function openNewTemplate(): void {
  openTemplate({ fileName: freeName(UNTITLED, '.tb7'), template: newTemplate(newGuid), saved: null });
  announce(laterWords.templateFiles.made);
}
