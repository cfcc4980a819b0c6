import { decodeText } from './decode-text';

describe('the text of an output', () => {
  it.each([
    ['UTF-8', Buffer.from('Dassault Systèmes')],
    ['UTF-8 with a mark', Buffer.from('\u{feff}Dassault Systèmes')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\u{feff}Dassault Systèmes', 'utf16le')],
    ['UTF-16 of the other order', Buffer.from('\u{feff}Dassault Systèmes', 'utf16le').swap16()],
    ['the code page', Buffer.from('Dassault Systèmes', 'latin1')],
  ])('is read where it is %s', (_, bytes) => {
    expect(decodeText(bytes, 'windows-1252')).toBe('Dassault Systèmes');
  });
});
