/** Words that are there, each as an optional property; what is missing leaves no key behind. */
export const given = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [K in Key]?: string });
