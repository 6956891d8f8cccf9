/** A `T` that only its own constructor can make, so that two kinds of id cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
