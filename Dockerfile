# The program, built once, then carried into an image that holds nothing else. Node's current long-term release.
FROM node:24-bookworm-slim AS build
WORKDIR /app
# better-sqlite3 comes ready built for common machines; elsewhere npm builds it with these.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund && npm rebuild better-sqlite3
COPY tsconfig.json tsconfig.page.json ./
COPY build ./build
COPY src ./src
COPY pricing ./pricing
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund --ignore-scripts

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="k8s-advise" \
      org.opencontainers.image.description="A Slack and Discord bot that helps a team decide where to run Kubernetes" \
      org.opencontainers.image.licenses="MIT" \
      org.cyclonedx.sbom="/app/dist/sbom.cdx.json"
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/pricing ./pricing
COPY LICENSE .env.example slack-manifest.yaml slack-manifest.socket.yaml ./
# The one place that is written to; the rest of the image may be read-only.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell in between: the process itself hears SIGTERM and ends in order.
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
