/** A noun in the forms that a language has for numbers; `other` always. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A language's way with numbers. */
export interface Plurals {
  /** The form for a number: `is` or `are`. */
  readonly form: (n: number, forms: Forms) => string;
  /** The number with its noun: `1 flow`, `3 flows`. */
  readonly counted: (n: number, forms: Forms) => string;
}

export function pluralsOf(language: string): Plurals {
  const rules = new Intl.PluralRules(language);
  const form: Plurals['form'] = (n, forms) => forms[rules.select(n)] ?? forms.other;
  return { form, counted: (n, forms) => `${n} ${form(n, forms)}` };
}
