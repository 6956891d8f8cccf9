/** A policy of Trusted Types: what it makes of a text may go where the browser takes no plain text. */
interface Policy {
  readonly createHTML: (text: string) => unknown;
}

interface Rules {
  readonly createHTML?: (text: string) => string;
  readonly createScriptURL?: (text: string) => string;
}

declare global {
  interface Window {
    /** Not in every browser yet. */
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: Rules) => Policy };
  }
}

const WORKERS = /^(assets\/[\w.-]+|sw)\.js$/;

/** Whether a script for a worker is one of the app's own: built next to the page, or its service worker. */
export function isOwnScript(address: string, base: string): boolean {
  const folder = new URL('.', base);
  const script = new URL(address, base);
  if (script.origin !== folder.origin || !script.pathname.startsWith(folder.pathname)) return false;
  return script.search === '' && WORKERS.test(script.pathname.slice(folder.pathname.length));
}

/**
 * From here on a worker is started from a script of the app only, whoever starts it: the browser asks this policy about
 * every address that comes as plain text. HTML that comes as plain text it refuses by itself.
 */
export function startTrusted(): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      if (isOwnScript(address, document.baseURI)) return address;
      throw new TypeError('The app starts no worker from there');
    },
  });
}

/**
 * A way for HTML into the page or a frame, by the name that the page's policy knows it by. Whatever goes through is
 * what `make` makes of it; it throws on what it does not take.
 */
export function trustedHtml(name: string, make: (html: string) => string): (html: string) => string {
  let policy: Policy | undefined;
  return (html) => {
    policy ??= window.trustedTypes?.createPolicy(name, { createHTML: make }) ?? { createHTML: make };
    return policy.createHTML(html) as string;
  };
}
