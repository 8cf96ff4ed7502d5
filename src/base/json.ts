/** What can be stored as jsonb and sent to a page. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
