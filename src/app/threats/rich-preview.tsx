import { useMemo } from 'react';
import { sanitizeHtml } from '../../core/report/index.ts';
import { trustedHtml } from '../ui/index.ts';

const richHtml = trustedHtml('trustline-rich', sanitizeHtml);

/** A rich text as the report will show it. */
export function RichPreview({ html }: { readonly html: string }) {
  const shown = useMemo(() => richHtml(html), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitizeHtml leaves an allow-list of tags only
  return <div className="threat-rich" dangerouslySetInnerHTML={{ __html: shown }} />;
}
