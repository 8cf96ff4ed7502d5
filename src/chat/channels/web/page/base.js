/** Where this page's server answers, ending in a slash: pages of the same origin may be different chats. `/web/` on the usual page. */
export const base = new URL('../../', import.meta.url).pathname;
