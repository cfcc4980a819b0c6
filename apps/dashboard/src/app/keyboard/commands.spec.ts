import { TestBed } from '@angular/core/testing';
import { FakeClock } from '../../testing/fake-clock';
import { Clock } from '../data/clock';
import { Commands } from './commands';

describe('Commands', () => {
  let clock: FakeClock;
  let commands: Commands;
  let issued: string[];

  const press = (key: string, target: Element = document.body, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    return event;
  };

  beforeEach(() => {
    localStorage.clear();
    clock = new FakeClock();
    TestBed.configureTestingModule({ providers: [{ provide: Clock, useValue: clock }] });
    commands = TestBed.inject(Commands);
    issued = [];
    commands.issued.subscribe((command) => issued.push(command));
  });

  it('issues what keys ask for and takes them from the page', () => {
    expect(press('/').defaultPrevented).toBe(true);
    press('g');
    press('h');
    expect(issued).toEqual(['focusFilter', 'goHistory']);
  });

  it('forgets g after a moment', () => {
    press('g');
    clock.advance(1_600);
    press('l');
    expect(issued).toEqual([]);
  });

  it('ignores keys in fields, in dialogs and with modifiers', () => {
    const field = document.body.appendChild(document.createElement('input'));
    press('p', field);
    press('p', document.body, { ctrlKey: true });
    field.remove();
    expect(issued).toEqual([]);
  });

  it('can be switched off, and remembers it', () => {
    commands.setEnabled(false);
    press('p');
    expect(issued).toEqual([]);
    expect(localStorage.getItem('license-monitor.single-keys')).toBe('off');
  });
});
