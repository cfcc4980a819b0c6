import { describeFound, moveInOptions, toFindOptions } from './find-options';

describe('toFindOptions', () => {
  it('is a line for each name, in the order of the answer', () => {
    const items = [
      { kind: 'product', key: 'CAT', editor: 'Dassault Systemes' },
      { kind: 'user', key: 'cathy', editor: null },
    ] as const;
    expect(toFindOptions(items)).toEqual([
      { kind: 'product', key: 'CAT', note: 'Dassault Systemes' },
      { kind: 'user', key: 'cathy', note: '' },
    ]);
  });

  it('is one line for a code of several publishers', () => {
    const items = ['Dassault Systemes', 'Partner'].map((editor) => ({
      kind: 'product' as const,
      key: 'SRU',
      editor,
    }));
    expect(toFindOptions(items)).toEqual([
      { kind: 'product', key: 'SRU', note: 'Dassault Systemes, Partner' },
    ]);
  });
});

describe('describeFound', () => {
  it('says when there may be more', () => {
    expect(describeFound(3)).toBe('3 found.');
    expect(describeFound(0)).toContain('Nothing found.');
    expect(describeFound(20)).toBe('The first 20 are shown: type more to narrow.');
  });
});

describe('moveInOptions', () => {
  it('goes round the ends', () => {
    expect(moveInOptions('ArrowDown', 2, 3)).toBe(0);
    expect(moveInOptions('ArrowUp', 0, 3)).toBe(2);
  });

  it('leaves other keys to the text, and all keys where nothing is found', () => {
    expect(moveInOptions('Home', 1, 3)).toBeNull();
    expect(moveInOptions('ArrowDown', 0, 0)).toBeNull();
  });
});
