import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { type Cover, logoOf } from '../../core/report/index.ts';
import { explain } from '../store/index.ts';
import { Button, Field, IconButton, TextField, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { reportOptions: said } = laterWords;

/** Kilobytes of a logo: it is kept with the options. */
const LARGEST = 500;

interface CoverProps {
  readonly cover: Cover;
  readonly onChange: (cover: Cover) => void;
}

/** What stands on the cover, and the document's own data. */
export function CoverFields({ cover, onChange }: CoverProps) {
  const change = (next: Partial<Cover>) => onChange({ ...cover, ...next });
  return (
    <>
      <Logo cover={cover} onChange={onChange} />
      {(['classification', 'document', 'version', 'status'] as const).map((key) => (
        <Field key={key} label={said[key]}>
          {(id) => (
            <TextField
              id={id}
              value={cover[key]}
              maxLength={500}
              onValue={(text) => change({ [key]: text })}
            />
          )}
        </Field>
      ))}
      <Entries
        label={said.versions}
        add={said.addVersion}
        fields={said.versionFields}
        keys={['version', 'date', 'author', 'changes']}
        entries={cover.versions}
        onChange={(versions) => change({ versions })}
      />
      <Entries
        label={said.signOffs}
        add={said.addSignOff}
        fields={said.signOffFields}
        keys={['role', 'name', 'date']}
        entries={cover.signOffs}
        onChange={(signOffs) => change({ signOffs })}
      />
    </>
  );
}

/** The bytes of a file in base64. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

function Logo({ cover, onChange }: CoverProps) {
  const [refused, setRefused] = useState('');
  const take = async (file: File) => {
    if (file.size > LARGEST * 1024) {
      setRefused(said.logoTooLarge({ file: file.name, most: LARGEST }));
      return;
    }
    const logo = await base64Of(file).then(logoOf, () => null);
    setRefused(logo === null ? said.logoRefused({ file: file.name }) : '');
    if (logo !== null) onChange({ ...cover, logo });
  };
  return (
    <Field label={said.logo}>
      {(id) => (
        <>
          <input
            id={id}
            type="file"
            className="input"
            accept="image/png,image/jpeg"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void take(file);
            }}
          />
          {refused !== '' && (
            <WrongText role="alert" onExplain={() => explain('field:picture')}>
              {refused}
            </WrongText>
          )}
          {cover.logo !== '' && (
            <span className="report-logo">
              <img src={cover.logo} alt="" />
              <Button onClick={() => onChange({ ...cover, logo: '' })}>{said.removeLogo}</Button>
            </span>
          )}
        </>
      )}
    </Field>
  );
}

interface EntriesProps<K extends string> {
  readonly label: string;
  readonly add: string;
  readonly fields: Readonly<Record<K, string>>;
  readonly keys: readonly K[];
  readonly entries: readonly Readonly<Record<K, string>>[];
  readonly onChange: (entries: readonly Readonly<Record<K, string>>[]) => void;
}

/** Lines of texts that can be added, written and removed. */
function Entries<K extends string>({ label, add, fields, keys, entries, onChange }: EntriesProps<K>) {
  const empty = () => Object.fromEntries(keys.map((key) => [key, ''])) as Record<K, string>;
  return (
    <fieldset className="report-entries">
      <legend>{label}</legend>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to be told apart by
        <div key={index} className="report-entry">
          {keys.map((key) => (
            <TextField
              key={key}
              aria-label={said.entry({ field: fields[key], number: index + 1 })}
              placeholder={fields[key]}
              value={entry[key]}
              maxLength={2000}
              onValue={(text) =>
                onChange(entries.map((each, at) => (at === index ? { ...each, [key]: text } : each)))
              }
            />
          ))}
          <IconButton
            label={said.removeLine({ number: index + 1 })}
            onClick={() => onChange(entries.filter((_, at) => at !== index))}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button onClick={() => onChange([...entries, empty()])}>
        <Plus size={14} aria-hidden /> {add}
      </Button>
    </fieldset>
  );
}
