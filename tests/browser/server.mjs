// Serves a built site as GitHub Pages does: below a base path, `404.html` for what is not
// there.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Starts a server for the folder; gives the address of its base path and a way to end it. */
export async function serve(folder, basePath) {
  const server = createServer((request, response) => {
    answer(folder, basePath, request).then(
      ({ status, type, body, location }) => {
        const headers = { "Content-Type": type };
        if (location) headers.Location = location;
        response.writeHead(status, headers).end(body);
      },
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    base: origin + basePath,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(folder, basePath, request) {
  const { pathname } = new URL(request.url, "http://localhost");
  // Whatever stands outside the base path belongs to somebody else's site.
  if (!pathname.startsWith(basePath)) {
    return { status: 404, type: TYPES[".txt"], body: "outside of the site" };
  }
  let file = path.join(folder, decodeURIComponent(pathname.slice(basePath.length)));
  const isFolder = (await stat(file).catch(() => null))?.isDirectory() ?? false;
  if (isFolder && !pathname.endsWith("/")) {
    return { status: 301, type: TYPES[".txt"], body: "", location: `${pathname}/` };
  }
  if (isFolder) file = path.join(file, "index.html");
  try {
    const body = await readFile(file);
    return { status: 200, type: TYPES[path.extname(file)] ?? "application/octet-stream", body };
  } catch {
    const body = await readFile(path.join(folder, "404.html"));
    return { status: 404, type: TYPES[".html"], body };
  }
}
