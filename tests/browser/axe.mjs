// Runs axe-core on pages in headless Chromium, in light and in dark, and prints what it finds as JSON: {file: [what, …]}.
// Usage: node axe.mjs CHROMIUM FILE…
// A file beside others of our gallery is a page; one whose name ends in -email-….html or -email.html is a mail, which stands
// inside a mail program's page: what axe asks of a whole page does not hold for it.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [, , chromium, ...files] = process.argv;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
// Chromium's own sandbox needs rights that a container's root has not; the pages are ours, and are read from the disk.
const ofPages = ["landmark-one-main", "page-has-heading-one", "region"];
const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox"] });
const found = {};
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  let asked = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const file of files) {
    const said = [];
    asked = [];
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    said.push(...asked.filter((url) => !url.startsWith("file:")).map((url) => `asks the network for ${url}`));
    await page.addScriptTag({ path: axe });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const off = /-email[^/]*\.html$/.test(file) ? ofPages : [];
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations } = await page.evaluate((rules) => axe.run(document, { iframes: false, rules }), rules);
      for (const one of violations) {
        said.push(...one.nodes.map((node) => `${scheme}: ${one.id}: ${one.help}: ${node.html.slice(0, 200)}`));
      }
    }
    for (const width of [320, 1400]) {
      await page.setViewport({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) said.push(`at ${width} pixels: ${over} wider than the window`);
    }
    found[file] = said;
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found));
