import type { Routes } from '@angular/router';

/** The screens; each is fetched when it is first opened. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Overview · License Monitor',
    loadComponent: () => import('./overview/overview-page').then((m) => m.OverviewPage),
  },
  {
    path: 'live',
    title: 'Live sessions · License Monitor',
    loadComponent: () => import('./live-sessions/live-page').then((m) => m.LivePage),
  },
  {
    path: 'history',
    title: 'History · License Monitor',
    loadComponent: () => import('./history/history-page').then((m) => m.HistoryPage),
  },
  { path: '**', redirectTo: '' },
];
