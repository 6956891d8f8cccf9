/** What has the keys for itself while it is open. */
export const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"]';
