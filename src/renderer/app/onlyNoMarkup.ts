interface MarkupPolicies {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (markup: string) => string }) => unknown;
}

/** As browsers have it; the types of the language do not know it yet. */
const policies = Reflect.get(globalThis, 'trustedTypes') as MarkupPolicies | undefined;

/**
 * Text never becomes markup here: the page's policy forbids it. One library empties what it has announced by setting its markup to nothing, and
 * nothing is all that is let through. Imported before anything is drawn.
 */
policies?.createPolicy('default', {
  createHTML: (markup) => {
    if (markup !== '') throw new TypeError('text is not made into markup');
    return markup;
  },
});
