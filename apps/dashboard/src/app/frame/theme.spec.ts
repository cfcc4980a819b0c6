import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('Theme', () => {
  beforeEach(() => localStorage.clear());

  it('follows the system until the person chooses, and remembers the choice', () => {
    const theme = TestBed.inject(Theme);
    TestBed.tick();
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
    theme.choose('dark');
    TestBed.tick();
    expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
    expect(localStorage.getItem('license-monitor.theme')).toBe('dark');
    theme.choose('system');
    TestBed.tick();
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  });

  it('ignores a choice that it does not know', () => {
    localStorage.setItem('license-monitor.theme', 'pink');
    expect(TestBed.inject(Theme).choice()).toBe('system');
  });
});
