import { TestBed } from '@angular/core/testing';
import { Density } from './density';

describe('Density', () => {
  beforeEach(() => localStorage.clear());

  it('is compact until the person chooses, and remembers the choice', () => {
    const density = TestBed.inject(Density);
    TestBed.tick();
    expect(document.documentElement.getAttribute('data-density')).toBe('compact');
    density.choose('comfortable');
    TestBed.tick();
    expect(document.documentElement.getAttribute('data-density')).toBe('comfortable');
    expect(localStorage.getItem('license-monitor.density')).toBe('comfortable');
  });
});
