import { Download, FileText, X } from 'lucide-react';
import { shownText } from '../../core/base/index.ts';
import { download, IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { forgetTemplate, rememberTemplate, useLibrary } from './library.ts';
import { openBytes, type Purpose } from './open.ts';
import type { StoredOwnTemplate } from './records.ts';

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
  const { key, fileName, bytes, version } = template;
  const name = shownText(template.name) || said.unnamed;
  const take = (how: Purpose) =>
    void openBytes(fileName, bytes, null, { purpose: how }).then((opened) => {
      // What was taken last comes first.
      if (opened?.format === 'tb7') void rememberTemplate(opened.template, fileName, bytes);
    });
  const label = purpose === 'use' ? said.use({ name, version }) : said.choose({ name, version });
  return (
    <li>
      <button type="button" className="recent-open" aria-label={label} onClick={() => take(purpose)}>
        <span className="recent-name">{name}</span>
        <span className="recent-when">{said.version({ version })}</span>
      </button>
      {purpose === 'use' && (
        <IconButton label={said.edit({ name })} onClick={() => take('open')}>
          <FileText />
        </IconButton>
      )}
      <IconButton
        label={said.save({ name })}
        onClick={() => download(fileName, bytes, 'application/octet-stream')}
      >
        <Download />
      </IconButton>
      <IconButton label={said.forget({ name, version })} onClick={() => void forgetTemplate(key)}>
        <X />
      </IconButton>
    </li>
  );
}
