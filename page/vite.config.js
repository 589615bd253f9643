import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    // One script and one style sheet: the policy of the page allows nothing inline.
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
