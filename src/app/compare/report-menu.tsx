import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { assertNever } from '../../core/base/index.ts';
import type { ChangeReport } from '../../core/change-report/index.ts';
import { notify, type OpenModel } from '../store/index.ts';
import { Button, download, walkMenu } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import type { Comparison } from './use-comparison.ts';

const { compare: said } = laterWords;

type Format = keyof typeof said.reportAs;
const FORMATS: readonly Format[] = ['html', 'md', 'comment'];

/** What the file of each is called, after the name of the model. */
const ENDINGS: Readonly<Record<Format, string>> = {
  html: '-changes.html',
  md: '-changes.md',
  comment: '-comment.md',
};

interface ReportMenuProps {
  readonly open: OpenModel;
  readonly comparison: Comparison;
  readonly names: readonly [before: string, after: string];
}

/** The differences as a report, to hang on a change request: what the command line writes. */
export function ReportMenu({ open, comparison, names }: ReportMenuProps) {
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  const { differences, before, after } = comparison;
  const write = async (format: Format) => {
    const file = `${open.fileName.replace(/\.tm7$/i, '')}${ENDINGS[format]}`;
    try {
      // The writers are fetched with the first report.
      const part = await import('../../core/change-report/index.ts');
      const report: ChangeReport = part.changeReport(differences, before, after, {
        before: names[0],
        after: names[1],
      });
      switch (format) {
        case 'html':
          return download(file, part.changeHtml(report), 'text/html');
        case 'md':
          return download(file, part.changeMarkdown(report), 'text/markdown');
        case 'comment':
          return download(file, part.changeComment(report), 'text/markdown');
        default:
          return assertNever(format);
      }
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return notify({
        tone: 'error',
        text: laterWords.reportView.failed({ file, cause }),
        wrong: 'fault:not-made',
      });
    }
  };
  return (
    <span ref={(own) => setLandmark(own?.closest<HTMLElement>('[role="dialog"]') ?? null)}>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button>
            {said.report} <ChevronDown size={14} aria-hidden />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={landmark}>
          <DropdownMenu.Content
            className="menu"
            align="end"
            sideOffset={4}
            collisionPadding={8}
            onKeyDownCapture={walkMenu}
          >
            {FORMATS.map((format) => (
              <DropdownMenu.Item key={format} className="menu-item" onSelect={() => void write(format)}>
                {said.reportAs[format]}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </span>
  );
}
