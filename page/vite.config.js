import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    // Scripts and one style sheet in files of their own: the policy of the page allows nothing inline.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: "licences.txt" },
  },
  server: {
    proxy: { "/api": { target: "http://127.0.0.1:8090", ws: true } },
  },
});
