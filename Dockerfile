FROM python:3.11.13-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_COMPILE=0
RUN python -m venv /opt/corrobora
ENV PATH=/opt/corrobora/bin:$PATH
WORKDIR /src
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY rules rules
COPY service service
RUN pip install --no-build-isolation --no-deps .
# Out goes what nobody calls at run time: the libraries' own tests, and the installer. Bytecode is bound to no date, for
# layers round the dates of files, and half of it would be stale.
RUN find /opt/corrobora/lib -type d -name tests -prune -exec rm -r {} + \
    && pip uninstall --yes --quiet pip \
    && python -m compileall -q -f --invalidation-mode unchecked-hash /opt/corrobora/lib

FROM python:3.11.13-slim-bookworm
LABEL org.opencontainers.image.title="Corrobora" \
      org.opencontainers.image.description="Scores how well a claim is supported by what has been reported about it"
RUN useradd --uid 10001 --no-create-home --no-log-init --shell /usr/sbin/nologin corrobora \
    && install -d -o corrobora -g corrobora /data \
    && python -m compileall -q -x site-packages --invalidation-mode unchecked-hash \
       "$(python -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')"
COPY --from=build /opt/corrobora /opt/corrobora
# By environment, so that every command in the container means the same store, not only the default one.
ENV PATH=/opt/corrobora/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    CORROBORA_HOST=0.0.0.0 CORROBORA_DATABASE=sqlite:////data/corrobora.db
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
ENTRYPOINT ["corrobora"]
CMD ["serve"]
