/** Two spellings of one person or machine: Windows writes either case, Unicode either form. */
export const toNameKey = (name: string) => name.normalize('NFC').toLowerCase();
