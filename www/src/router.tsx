import { createBrowserHistory, parseHref } from '@tanstack/history'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { type Address, parseAddress, writeAddress } from './scenario/address.ts'
import { Shell } from './shell/Shell.tsx'
import { NoViewState } from './states/NoViewState.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NoViewState,
  // Whether it fits the catalog is shown on the page, which needs what was written.
  validateSearch: (search): Address => search,
})

const routes = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./views/start/StartView.tsx'), 'StartView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/look',
    component: lazyRouteComponent(() => import('./views/look/LookView.tsx'), 'LookView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matrix',
    component: lazyRouteComponent(() => import('./views/matrix/MatrixView.tsx'), 'MatrixView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare',
    component: lazyRouteComponent(() => import('./views/compare/CompareView.tsx'), 'CompareView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/what-if',
    component: lazyRouteComponent(() => import('./views/what-if/WhatIfView.tsx'), 'WhatIfView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/snapshot',
    component: lazyRouteComponent(
      () => import('./views/snapshot/SnapshotView.tsx'),
      'SnapshotView',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/catalog',
    component: lazyRouteComponent(() => import('./views/catalog/CatalogView.tsx'), 'CatalogView'),
  }),
])

/**
 * The address is after the `#`, so that any host can serve the page, and no server learns it. All of it counts,
 * a second `#` included, and nothing before it does: that is the host's.
 */
const history = createBrowserHistory({
  parseLocation: () => {
    const text = (location.hash.slice(1) || location.search).replaceAll('#', '%23')
    return parseHref(`/${text.replace(/^\/+/, '')}`, window.history.state)
  },
  createHref: href => `${location.pathname}${location.search}#${href}`,
})

export const router = createRouter({
  routeTree: routes,
  history,
  caseSensitive: true,
  parseSearch: text => parseAddress(text) as Record<string, unknown>,
  stringifySearch: search => writeAddress(search as Address),
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
