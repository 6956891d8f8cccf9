import { Download, FileText, X } from 'lucide-react';
import { shownText } from '../../core/base/index.ts';
import { download, IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { forgetTemplate, rememberTemplate, useLibrary } from './library.ts';
import { openBytes, type Purpose } from './open.ts';
import type { StoredOwnTemplate } from './records.ts';
import { fileOrTold } from './template-arrivals.ts';

const { library: said } = laterWords;

/** The templates that were used, opened or saved here, newest first; nothing while there are none. */
export function YourTemplates({ purpose }: { readonly purpose: Purpose }) {
  const templates = useLibrary();
  if (templates === null || templates.length === 0) return null;
  return (
    <section className="start-section" aria-labelledby="your-templates">
      <h2 id="your-templates">{said.title}</h2>
      <ul className="recent">
        {templates.map((template) => (
          <Row key={template.key} template={template} purpose={purpose} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly template: StoredOwnTemplate;
  readonly purpose: Purpose;
}

function Row({ template, purpose }: RowProps) {
  const { key, fileName, version } = template;
  const name = shownText(template.name) || said.unnamed;
  const take = async (how: Purpose): Promise<void> => {
    const bytes = await fileOrTold(template);
    if (bytes === null) return;
    const opened = await openBytes(fileName, bytes, null, { purpose: how });
    // What was taken last comes first.
    if (opened?.format === 'tb7') await rememberTemplate(opened.template, fileName, bytes);
  };
  const save = async (): Promise<void> => {
    const bytes = await fileOrTold(template);
    if (bytes !== null) download(fileName, bytes, 'application/octet-stream');
  };
  const label = purpose === 'use' ? said.use({ name, version }) : said.choose({ name, version });
  return (
    <li>
      <button type="button" className="recent-open" aria-label={label} onClick={() => void take(purpose)}>
        <span className="recent-name">{name}</span>
        <span className="recent-when">{said.version({ version })}</span>
      </button>
      {purpose === 'use' && (
        <IconButton label={said.edit({ name })} onClick={() => void take('open')}>
          <FileText />
        </IconButton>
      )}
      <IconButton label={said.save({ name })} onClick={() => void save()}>
        <Download />
      </IconButton>
      <IconButton label={said.forget({ name, version })} onClick={() => void forgetTemplate(key)}>
        <X />
      </IconButton>
    </li>
  );
}
