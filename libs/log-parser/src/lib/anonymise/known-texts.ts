/** A version in a message: what begins with a digit is one to the parser. */
export const VERSION_TEXT = /(?:Server )?\bversion \d[\d.]*/g;

/**
 * What the grammar tells messages by (log-format.md §4), and the day a server was built: this much
 * of a message stays even where its words are somebody's names.
 */
export const KNOWN_TEXTS = new RegExp(
  [
    'Server version',
    'built on \\d{12}(?!\\d)',
    'License server stopped',
    'System has been suspended',
    'System has been resumed',
    'Initializing license server on ',
    ' args ',
    'ComputerId ',
    'Server successfully initialized',
    'License server already initialized on ',
    'Use -force option for reinitialization',
    'Licensing service started',
    'Administration connection started',
    'Administration connection ended',
    ' command issued',
    'Fail to upload file',
    'not granted',
    'Caused by: ',
    'Exception in thread ',
    '(?<!\\S)(?:Grant|Detachment|TimeOut)(?=!)',
  ].join('|'),
  'g',
);

/** What tells the class of a refusal's text, also inside a word, and the ends of those words. */
export const REASON_TEXTS = new RegExp(
  [
    'no more available',
    'no license enrolled',
    'not enrolled',
    '(?:un)?authoriz(?:ed|ation)?',
    'denied',
    'not allowed',
    'reserv(?:ed|ation)?',
    '(?:un)?limit(?:ed|s)?',
    'expir(?:ed|es|ation)?',
    '(?:up)?date[ds]?',
    'releases?',
    'versions?',
    'levels?',
  ].join('|'),
  'gi',
);
