import {
  describeFound,
  findByName,
  moveInOptions,
  nameOptions,
  toFindOptions,
} from './find-options';

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

describe('findByName', () => {
  const nameProduct = (code: string) => (code === 'HD2' ? 'Hybrid Design 2' : null);
  const products = [
    { product: 'HD2', editor: 'V5' },
    { product: 'ZZZ', editor: null },
  ];

  it('finds the products of the site by what they are called', () => {
    const found = findByName(products, 'design', nameProduct);
    expect(found).toEqual([{ kind: 'product', key: 'HD2', editor: 'V5' }]);
    expect(toFindOptions(nameOptions(found, nameProduct))[0]?.note).toBe('Hybrid Design 2');
    expect(findByName(products, 'zz', nameProduct)).toEqual([]);
  });

  it('puts names that begin with the text first', () => {
    const names = new Map([
      ['XM2', 'Extended Hybrid Design'],
      ['HD3', 'Hybrid Design 3 + More'],
      ['HD2', 'Hybrid Design 2'],
    ]);
    const owned = [...names.keys()].map((product) => ({ product, editor: null }));
    const found = findByName(owned, 'hybrid', (code) => names.get(code) ?? null);
    expect(found.map(({ key }) => key)).toEqual(['HD2', 'HD3', 'XM2']);
  });

  it('is one line with what was found by the code', () => {
    const twice = [
      ...findByName(products, 'hybrid', nameProduct),
      ...findByName(products, '2', nameProduct),
    ];
    expect(toFindOptions(nameOptions(twice, nameProduct))).toEqual([
      { kind: 'product', key: 'HD2', note: 'Hybrid Design 2' },
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
