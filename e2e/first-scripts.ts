/** Imports that a built script makes as soon as it runs. */
const IMPORTS = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
const EDITOR = /editor-[\w-]+\.js/;

/**
 * The scripts without which the canvas of an opened model cannot be used, by name: those of the start page, that of
 * the editor, and all that they import. What is fetched once these have painted is not among them, nor is what a
 * worker runs. `read` gives a file of the built app by its path.
 */
export async function firstScripts(
  read: (path: string) => Promise<Buffer>,
): Promise<ReadonlyMap<string, Buffer>> {
  const scripts = new Map<string, Buffer>();
  const add = async (name: string): Promise<void> => {
    if (scripts.has(name)) return;
    const body = await read(`assets/${name}`);
    scripts.set(name, body);
    for (const [, imported = ''] of body.toString().matchAll(IMPORTS)) await add(imported);
  };
  const page = (await read('index.html')).toString();
  for (const [, entry = ''] of page.matchAll(/assets\/([^"]+\.js)"/g)) await add(entry);
  const editor = [...scripts.values()].map((body) => EDITOR.exec(body.toString())?.[0]).find(Boolean);
  if (editor === undefined) throw new Error('The start page fetches no editor');
  await add(editor);
  return scripts;
}
