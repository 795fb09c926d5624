FROM python:3.11.13-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/corrobora
ENV PATH=/opt/corrobora/bin:$PATH
WORKDIR /src
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY rules rules
COPY service service
RUN pip install --no-build-isolation --no-deps .

FROM python:3.11.13-slim-bookworm
LABEL org.opencontainers.image.title="Corrobora" \
      org.opencontainers.image.description="Scores how well a claim is supported by what has been reported about it"
RUN useradd --system --uid 10001 --no-create-home corrobora \
    && install -d -o corrobora -g corrobora /data
COPY --from=build /opt/corrobora /opt/corrobora
ENV PATH=/opt/corrobora/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
ENTRYPOINT ["corrobora"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000", "--database", "sqlite:////data/corrobora.db"]
