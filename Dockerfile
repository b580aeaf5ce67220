FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY index/jsoniter index/jsoniter
RUN go mod download
COPY . .
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /out/advisor ./cmd/advisor \
 && mkdir /out/data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/advisor /advisor
# An empty folder that the advisor may write to; a volume mounted here takes on its owner.
COPY --from=build --chown=65532:65532 /out/data /data
ENV ADVISOR_DATA_DIR=/data
WORKDIR /data
VOLUME /data
# The user nonroot, by number: Kubernetes cannot tell from a name that the user is not root.
USER 65532:65532
ENTRYPOINT ["/advisor"]
CMD ["serve"]
