import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [react()],
  // The command line build has no use for the app's static files.
  publicDir: isSsrBuild ? false : 'public',
  build: { outDir: 'dist/web', target: 'es2023', sourcemap: false },
  ssr: { noExternal: true },
}));
