# The tool alone, as an image. Tags are pinned to exact versions, not to digests: write these behind the tags (`@sha256:…`) where
# images can be looked up. Both stages are the same Debian: what the build links to is what the other installs.

FROM swift:6.3.3-bookworm AS build
# Debian takes superseded versions off its mirrors: to pin a package's version here is to break the build at the next security fix.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libexpat1-dev libpq-dev libssl-dev libxlsxwriter-dev \
        libzip-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# The package names its test targets, and is not read without them.
COPY Package.swift ./
COPY sql sql/
COPY Tests Tests/
COPY Sources Sources/
RUN swift build -c release --static-swift-stdlib --product thidua

FROM debian:bookworm-20260713-slim
# curl sends the nightly report's letters and pings. A new volume takes over who owns the folder where it is mounted.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl libexpat1 libpq5 libssl3 libstdc++6 \
        libxlsxwriter4 libzip4 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 thidua \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin thidua \
    && install -d -o thidua -g thidua -m 0750 /reports
COPY --from=build /build/.build/release/thidua /usr/local/bin/thidua
ENV LANG=C.UTF-8
# By number, so that whoever starts it can tell that it is not root; deploy/make-secrets gives files to this number.
USER 10001:10001
ENTRYPOINT ["/usr/local/bin/thidua"]
CMD ["--help"]
