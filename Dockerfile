# An image of the tool alone. Tags are pinned to exact versions, not to digests: append digests to the tags (`@sha256:…`) once the
# images can be looked up. Both stages use the same Debian release, so that the second installs what the build links against.

FROM swift:6.3.3-bookworm AS build
# Debian removes superseded versions from its mirrors: a pinned package version would break the build at the next security fix.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libbsd-dev libexpat1-dev libpq-dev libssl-dev libxlsxwriter-dev \
        libzip-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# Package.swift declares the test targets, and cannot be loaded without them.
COPY Package.swift ./
COPY sql sql/
COPY Tests Tests/
COPY Sources Sources/
RUN swift build -c release --static-swift-stdlib --product thidua

FROM debian:bookworm-20260713-slim
# curl sends the nightly report's letters and pings. A new volume takes over the owner of the folder on which it is mounted.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl libbsd0 libexpat1 libpq5 libssl3 libstdc++6 \
        libxlsxwriter4 libzip4 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 thidua \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin thidua \
    && install -d -o thidua -g thidua -m 0750 /reports
COPY --from=build /build/.build/release/thidua /usr/local/bin/thidua
ENV LANG=C.UTF-8
# Numeric, so that container runtimes can check that it is not root; deploy/make-secrets gives files to this UID.
USER 10001:10001
ENTRYPOINT ["/usr/local/bin/thidua"]
CMD ["--help"]
