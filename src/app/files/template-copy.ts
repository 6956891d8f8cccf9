import type { Template } from '../../core/document/index.ts';
import { announce, openTemplate } from '../store/index.ts';
import { words } from '../words/index.ts';
import { freeName, UNTITLED } from './open.ts';

/** Letters that the file systems of some machines refuse. */
const REFUSED = /[\\/:*?"<>|\p{Cc}]+/gu;

/** The most letters of a suggested name: file systems take 255 bytes, a letter has up to 4. */
const MAX_STEM = 60;

/** Opens the template inside a model in a tab of its own, as a copy that no file holds yet. */
export function openCopyOf(template: Template): void {
  const letters = [...template.manifest.name.slice(0, 2 * MAX_STEM).replace(REFUSED, ' ')];
  const stem = letters.slice(0, MAX_STEM).join('').trim() || UNTITLED;
  openTemplate({ fileName: freeName(stem, '.tb7'), template, saved: null });
  announce(words.files.opening.copyOf({ template: template.manifest.name }));
}
