// Plain CommonJS that an old Node can run: says what to do when Node 26 did not come with the packages.
const [major] = process.versions.node.split('.').map(Number);
if (major >= 26) process.exit(0);
const fs = require('node:fs');
const path = require('node:path');
const own = path.join(__dirname, '..', 'node_modules', 'node', 'bin', 'node');
const lines = ['', `Nhịp Cầu needs Node.js 26; this is ${process.version}.`];
if (fs.existsSync(own)) {
  const run = require('node:child_process').spawnSync(own, ['-v'], { encoding: 'utf8' });
  lines.push(
    /libatomic/.test(run.stderr || '')
      ? 'Node.js 26 is installed but the system lacks libatomic.so.1. Install it (Debian, Ubuntu: apt-get install libatomic1).'
      : 'Node.js 26 came with the packages. Start through npm: "npm start", "npm test".',
  );
} else {
  lines.push(
    'The package "node" that brings it is missing or its installer did not run.',
    'Run "npm ci" again without --ignore-scripts and without --omit=optional, or "npm rebuild node".',
    'On a platform without a build of it (Alpine, Windows on Arm), install Node.js 26 yourself.',
  );
}
console.error(`${lines.join('\n')}\n`);
process.exit(1);
