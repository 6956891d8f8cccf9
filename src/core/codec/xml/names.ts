/** Namespaces of XML itself, of XML Schema and of the serializers, by the letters of format 1.1. */
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** `i:nil`, `i:type`. */
export const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
export const SCHEMA = 'http://www.w3.org/2001/XMLSchema';
/** `z:Id`. */
export const SERIALIZATION = 'http://schemas.microsoft.com/2003/10/Serialization/';
