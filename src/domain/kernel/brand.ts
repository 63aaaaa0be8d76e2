declare const brandName: unique symbol;

/** A value of type `T` that only its own maker can produce, so that two kinds of text or number cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brandName]: Name };
