import { createHash } from 'node:crypto';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { helpPages } from './scripts/help-pages.ts';
import { licenses } from './scripts/third-party-licenses.ts';
import { acceptOf, READABLE } from './src/core/codec/index.ts';
import { REPORT_STYLE } from './src/core/report/html-style.ts';

/** The report is shown in a frame, which obeys the page's policy beside its own: its style sheet is known by its hash. */
const reportStyle = createHash('sha256').update(REPORT_STYLE).digest('base64');

/**
 * What the page may do: its own scripts and styles only, no request to another host. Styles that scripts set on an
 * element or adopt (`adopted-style.ts`) need no permission; `<style>` and `style="…"` in markup have none. `data:` and
 * `blob:` images are pictures of templates and of diagrams.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${reportStyle}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/**
 * No text becomes markup or a worker's address by itself, only through the policies of `ui/trusted.ts`. For pages
 * alone: with the header the service worker would obey it too, whose loader imports by plain text.
 */
const TRUSTED = [
  "require-trusted-types-for 'script'",
  'trusted-types default trustline-rich trustline-report',
];

/** Puts the policy into the built page, so that it holds on any host. The dev server needs inline scripts. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: [...POLICY, ...TRUSTED].join('; ') },
      injectTo: 'head-prepend',
    },
  ],
});

/** React Flow names its components for developer tools, which would keep in the bundle those that nobody uses. */
const onlyUsedComponents = (): Plugin => ({
  name: 'only-used-components',
  apply: 'build',
  transform: {
    filter: { id: /@xyflow\/react\/dist\/esm\/index\.m?js$/ },
    handler(code) {
      const unnamed = code.replace(/^\w+\.displayName = .*$/gm, '');
      const pure = unnamed.replace(/ = (memo|forwardRef)\(/g, ' = /*#__PURE__*/ $1(');
      if (unnamed === code || pure === unnamed)
        this.error('React Flow is written in another way than before');
      return { code: pure, map: null };
    },
  },
});

const offline = () =>
  VitePWA({
    // A new version waits until the user takes it; the app registers the worker itself.
    registerType: 'prompt',
    injectRegister: false,
    includeAssets: ['favicon.svg'],
    workbox: {
      globPatterns: ['**/*.{html,js,mjs,css,svg,png,json,tb7,tm7,ttf,woff2,txt}'],
      maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
      cleanupOutdatedCaches: true,
    },
    manifest: {
      name: 'Trustline',
      short_name: 'Trustline',
      description: 'A threat modeling editor that opens, edits and saves .tm7 files.',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#fbfbfc',
      theme_color: '#1a6b58',
      icons: [
        { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: './icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      file_handlers: [{ action: './', accept: acceptOf(READABLE) }],
    },
  });

/**
 * What nearly all parts use some of: the store, the document and the commands on it. In one piece it takes less room than
 * cut by who uses what, which makes more and smaller pieces with every part that is fetched later.
 */
const SHARED =
  /src\/(app\/(store\/|files\/(kept-list|file-service|open)|ui\/fetched)|core\/(document\/(?!risk|flow-numbers)|edit\/(?!template\/|own-threats|risk|imported)))/;

/** What draws pictures of diagrams: the canvas, reports and comparisons use most of it. */
const PICTURES = /src\/core\/drawing\/(crops|escape|marks|picture|scene|shared-images|svg)\./;

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    onlyUsedComponents(),
    licenses(import.meta.dirname),
    helpPages(import.meta.dirname),
    ...(isSsrBuild ? [] : [offline()]),
  ],
  // Fonts of the PDF report for one script, in slices (`scripts/pack-fonts.ts`).
  assetsInclude: ['**/*.pack'],
  // Its `<style>` element is what the policy refuses.
  resolve: {
    alias: { 'react-style-singleton': path.join(import.meta.dirname, 'src/app/ui/adopted-style.ts') },
  },
  // The command line build has no use for the app's static files.
  publicDir: isSsrBuild ? false : 'public',
  // Nothing is inlined as data: the policy allows fetching from our own address only.
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    ...(isSsrBuild
      ? {}
      : {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'store',
                    test: SHARED,
                  },
                  { name: 'pictures', test: PICTURES },
                ],
              },
            },
          },
        }),
  },
  // The worker of the reports fetches the PDF library when it is needed.
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': [...POLICY, "frame-ancestors 'self'"].join('; ') } },
  ssr: { noExternal: true },
}));
