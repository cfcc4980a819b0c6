import { DefaultUrlSerializer } from '@angular/router';
import { assert, property, string } from 'fast-check';
import { toSubjectPath } from './subject-path';

const read = (path: string) =>
  new DefaultUrlSerializer()
    .parse(path)
    .root.children['primary']?.segments.map((segment) => segment.path);

describe('toSubjectPath', () => {
  it('has a folder for each kind', () => {
    expect(toSubjectPath('product', 'MD2')).toBe('/products/MD2');
    expect(toSubjectPath('host', 'ws-101')).toBe('/hosts/ws-101');
  });

  it('keeps hostile names in one segment', () => {
    const name = 'DOM\\ann/../(x;y=1)?q#f';
    expect(read(toSubjectPath('user', name))).toEqual(['users', name]);
  });

  it('is read back as it was, whatever the name', () => {
    assert(
      property(string({ minLength: 1, unit: 'grapheme' }), (name) => {
        expect(read(toSubjectPath('user', name))).toEqual(['users', name]);
      }),
    );
  });
});
