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
  {
    path: 'usage',
    title: 'Usage · License Monitor',
    loadComponent: () => import('./usage/usage-page').then((m) => m.UsagePage),
  },
  {
    path: 'denials',
    title: 'Denials · License Monitor',
    loadComponent: () => import('./denials/denials-page').then((m) => m.DenialsPage),
  },
  {
    path: 'denials/:id',
    title: 'Denial explained · License Monitor',
    loadComponent: () => import('./denials/explain-page').then((m) => m.ExplainPage),
  },
  {
    path: 'products/:key',
    title: 'Product · License Monitor',
    data: { kind: 'product' },
    loadComponent: () => import('./subject/subject-page').then((m) => m.SubjectPage),
  },
  {
    path: 'users/:key',
    title: 'User · License Monitor',
    data: { kind: 'user' },
    loadComponent: () => import('./subject/subject-page').then((m) => m.SubjectPage),
  },
  {
    path: 'hosts/:key',
    title: 'Host · License Monitor',
    data: { kind: 'host' },
    loadComponent: () => import('./subject/subject-page').then((m) => m.SubjectPage),
  },
  {
    path: 'capacity',
    title: 'Capacity · License Monitor',
    loadComponent: () => import('./capacity/capacity-page').then((m) => m.CapacityPage),
  },
  {
    path: 'timeline',
    title: 'Timeline · License Monitor',
    loadComponent: () => import('./timeline/timeline-page').then((m) => m.TimelinePage),
  },
  {
    path: 'health',
    title: 'Health · License Monitor',
    loadComponent: () => import('./health/health-page').then((m) => m.HealthPage),
  },
  {
    path: 'definitions',
    title: 'What the figures mean · License Monitor',
    loadComponent: () => import('./definitions/definitions-page').then((m) => m.DefinitionsPage),
  },
  { path: '**', redirectTo: '' },
];
