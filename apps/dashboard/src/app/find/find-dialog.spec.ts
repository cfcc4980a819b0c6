import { Screen } from '../../testing/open-screen';
import { aHealth, anOverview } from '../../testing/samples';

const found = [
  { kind: 'product', key: 'CAT', editor: 'Dassault Systemes' },
  { kind: 'user', key: 'cathy', editor: null },
  { kind: 'host', key: 'cat-7', editor: null },
];

describe('FindDialog', () => {
  let screen: Screen;

  beforeAll(() => {
    // jsdom knows the element but not its methods.
    const dialog = HTMLDialogElement.prototype;
    dialog.showModal = function show() {
      this.setAttribute('open', '');
    };
    dialog.close = function close() {
      this.removeAttribute('open');
      this.dispatchEvent(new Event('close'));
    };
  });

  const field = () => screen.find('find-field') as HTMLInputElement;

  const type = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await screen.advance(200);
  };

  const press = async (key: string) => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await screen.settle();
  };

  beforeEach(async () => {
    screen = await new Screen().open('/?zone=Europe/Paris');
    await screen.answer({ overview: anOverview(), health: aHealth() });
    await screen.press('f');
  });

  afterEach(() => screen.element.remove());

  it('opens by its key, and closes', async () => {
    expect(screen.find('find-dialog')?.hasAttribute('open')).toBe(true);
    expect(screen.text('find-status')).toBe('A part of a code or a name is enough.');
    screen.find('find-dialog')?.querySelector('button')?.click();
    await screen.settle();
    expect(screen.find('find-dialog')).toBeNull();
  });

  it('asks for what is typed, once typing pauses', async () => {
    await type(' cat ');
    const { request } = screen.http.expectOne(({ url }) => url === '/api/v1/search');
    expect(request.params.get('q')).toBe('cat');
    expect(screen.text('find-status')).toBe('Looking …');
  });

  it('marks the first line, and moves the mark round by the arrow keys', async () => {
    await type('cat');
    await screen.answer({ search: { items: found } });
    expect(screen.texts('find-option')).toEqual([
      'ProductCATDassault Systemes',
      'Usercathy',
      'Hostcat-7',
    ]);
    expect(screen.text('find-status')).toBe('3 found.');
    const active = () => {
      const id = field().getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.querySelector('bdi')?.textContent;
    };
    expect(active()).toBe('CAT');
    await press('ArrowUp');
    expect(active()).toBe('cat-7');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(active()).toBe('cathy');
  });

  it('opens the page of the marked line by Enter, and of any line by a click', async () => {
    await type('cat');
    await screen.answer({ search: { items: found } });
    await press('ArrowDown');
    await press('Enter');
    expect(screen.url).toBe('/users/cathy?zone=Europe%2FParis');
    expect(screen.find('find-dialog')).toBeNull();
    await screen.click('find');
    await type('cat');
    await screen.answer({ search: { items: found } });
    await screen.click('find-option');
    expect(screen.url).toBe('/products/CAT?zone=Europe%2FParis');
  });

  it('does not open what answers an earlier text: Enter waits for the answer', async () => {
    await type('cat');
    await screen.answer({ search: { items: found } });
    field().value = 'bob';
    field().dispatchEvent(new Event('input'));
    await press('Enter');
    expect(screen.url).toBe('/?zone=Europe%2FParis');
    await screen.advance(200);
    await screen.answer({ search: { items: [{ kind: 'user', key: 'bob', editor: null }] } });
    expect(screen.url).toBe('/users/bob?zone=Europe%2FParis');
  });

  it('finds products of the site by what they are called', async () => {
    const products = [{ code: 'CAT', name: 'Our Modeller' }];
    await screen.answer({ names: { products }, overview: anOverview() });
    await type('modell');
    await screen.answer({ search: { items: [] } });
    expect(screen.texts('find-option')).toEqual(['ProductCATOur Modeller']);
  });

  it('says that nothing was found, and that the API did not answer', async () => {
    await type('zzz');
    await screen.answer({ search: { items: [] } });
    expect(screen.text('find-status')).toBe('Nothing found. A part of a name is enough.');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await press('Enter');
    expect(screen.find('find-dialog')).not.toBeNull();
    await type('zz');
    await screen.fail(0);
    expect(screen.text('find-status')).toBe('The API did not answer.');
  });
});
