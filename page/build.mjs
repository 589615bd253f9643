// Builds the page into the folder that the first argument names, unless it is there already, made
// of the same sources. Called by Maven; needs nothing but Node and its npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";

const here = import.meta.dirname ?? process.cwd();
const output = resolve(process.argv[2] ?? join(here, "dist"));
const stamp = join(dirname(dirname(output)), "page.stamp");
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `The page is built with Node 20.19 or newer, and this is ${process.versions.node}: ` +
      "install one, or build the server without the page by -DskipPage",
  );
}

const sources = digest(files(here).filter((file) => !file.includes("node_modules")));
if (existsSync(join(output, "index.html")) && read(stamp) === sources) {
  process.exit(0);
}

const lock = digest([join(here, "package-lock.json")]);
const installed = join(here, "node_modules", ".lock");
if (read(installed) !== lock) {
  npm("ci", "--no-audit", "--no-fund", "--prefer-offline");
  writeFileSync(installed, lock);
}
rmSync(output, { recursive: true, force: true });
npm("run", "--silent", "build", "--", "--outDir", output, "--emptyOutDir", "--logLevel", "warn");
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, sources);

function npm(...args) {
  const run = spawnSync("npm", args, {
    cwd: here,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.error || run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}`);
    stop(
      `npm ${args[0]} failed, so there is no page: mend it, or build the server without the page ` +
        "by -DskipPage",
    );
  }
}

function stop(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: false })
    .filter((entry) => entry.name !== "node_modules" && !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    })
    .sort();
}

function digest(paths) {
  const sum = createHash("sha256");
  for (const path of paths) {
    sum
      .update(`${path.slice(here.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return sum.digest("hex");
}
