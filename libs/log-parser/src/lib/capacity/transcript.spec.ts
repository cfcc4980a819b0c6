import { readSections } from './transcript.js';

describe('readSections', () => {
  it('gives one open section without lines for a text without anything', () => {
    expect(readSections('')).toEqual([
      { lineNumber: 1, command: null, lines: [], isClosed: false },
    ]);
  });

  it('begins a section at every prompt and closes the one before', () => {
    expect(readSections('first\nadmin >second\nthird\nadmin >')).toEqual([
      {
        lineNumber: 1,
        command: null,
        lines: [{ lineNumber: 1, text: 'first', isPrompted: false, isTerminated: true }],
        isClosed: true,
      },
      {
        lineNumber: 2,
        command: null,
        lines: [
          { lineNumber: 2, text: 'second', isPrompted: true, isTerminated: true },
          { lineNumber: 3, text: 'third', isPrompted: false, isTerminated: true },
        ],
        isClosed: true,
      },
      { lineNumber: 4, command: null, lines: [], isClosed: false },
    ]);
  });

  it('takes several prompts in a row for one', () => {
    expect(readSections('admin >admin >admin >text\n')).toEqual([
      { lineNumber: 1, command: null, lines: [], isClosed: true },
      {
        lineNumber: 1,
        command: null,
        lines: [{ lineNumber: 1, text: 'text', isPrompted: true, isTerminated: true }],
        isClosed: false,
      },
    ]);
  });

  it('takes a prompt only at the beginning of a line', () => {
    const [section, ...others] = readSections('text admin >more\n');
    expect(others).toEqual([]);
    expect(section?.lines[0]?.text).toBe('text admin >more');
  });

  it('leaves out blank lines and counts them', () => {
    const [section] = readSections('\n \t \none\n\r\ntwo');
    expect(section?.lines).toEqual([
      { lineNumber: 3, text: 'one', isPrompted: false, isTerminated: true },
      { lineNumber: 5, text: 'two', isPrompted: false, isTerminated: false },
    ]);
  });

  it('drops every carriage return at the end of a line, and none within it', () => {
    const [section] = readSections('a\rb\r\r\n');
    expect(section?.lines[0]?.text).toBe('a\rb');
  });

  it('takes a carriage return behind a prompt for the end of the line', () => {
    expect(readSections('admin >\r\n').map(({ lines }) => lines)).toEqual([[], []]);
  });

  it('keeps the blanks of a line', () => {
    const [, section] = readSections('admin >\t text  \n');
    expect(section?.lines[0]?.text).toBe('\t text  ');
  });

  it('drops a byte-order mark at the beginning only', () => {
    const [section] = readSections('\u{feff}one\n\u{feff}two\n');
    expect(section?.lines.map((line) => line.text)).toEqual(['one', '\u{feff}two']);
  });

  it.each([
    'c lic-01 4084',
    'connect lic-01 4084 -restricted',
    'd',
    'disc',
    'disconnect',
    'gc',
    'getConfig',
    'getLicenseInfo',
    'getLicenseUsage -csv',
    'gli',
    'glu -all',
    'gsi',
    'mns -l',
    'quit',
    'showLog -from 2025-05-19',
    'sl',
  ])('takes %s behind the prompt for an echoed command', (command) => {
    expect(readSections(`admin >${command} \r\nanswer\n`)[1]).toEqual({
      lineNumber: 1,
      command,
      lines: [{ lineNumber: 2, text: 'answer', isPrompted: false, isTerminated: true }],
      isClosed: false,
    });
  });

  it('takes a command for text where no prompt stands before it', () => {
    const [section] = readSections('quit\n');
    expect(section?.command).toBeNull();
    expect(section?.lines).toHaveLength(1);
  });

  it('begins a section for every echoed command', () => {
    const sections = readSections('admin >getConfig\nadmin >quit\n');
    expect(sections.map(({ command, isClosed }) => ({ command, isClosed }))).toEqual([
      { command: null, isClosed: true },
      { command: 'getConfig', isClosed: true },
      { command: 'quit', isClosed: false },
    ]);
  });
});
