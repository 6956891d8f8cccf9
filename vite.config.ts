import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { licenses } from './scripts/third-party-licenses.ts';
import { acceptOf, READABLE } from './src/core/codec/index.ts';

/**
 * What the page may do: its own scripts only, no request to another host. `unsafe-inline` for styles is what the
 * widgets' positioning and the SVG of diagrams need; `blob:` frames and images are our own reports and pictures.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page, so that it holds on any host. The dev server needs inline scripts. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
});

const offline = () =>
  VitePWA({
    // A new version waits until the user takes it; the app registers the worker itself.
    registerType: 'prompt',
    injectRegister: false,
    includeAssets: ['favicon.svg'],
    workbox: {
      globPatterns: ['**/*.{html,js,mjs,css,svg,png,json,tb7,tm7,ttf,woff2}'],
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

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    licenses(import.meta.dirname),
    ...(isSsrBuild ? [] : [offline()]),
  ],
  // The command line build has no use for the app's static files.
  publicDir: isSsrBuild ? false : 'public',
  // Nothing is inlined as data: the policy allows fetching from our own address only.
  build: { outDir: 'dist/web', target: 'es2023', sourcemap: false, assetsInlineLimit: 0 },
  // The worker of the reports fetches the PDF library when it is needed.
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'self'` } },
  ssr: { noExternal: true },
}));
