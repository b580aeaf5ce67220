// Package slack holds the app's manifest for Slack, so that whoever needs to know
// what the app asks for reads the same file that creates it. It is files only, and
// must not know what the app does.
package slack

import _ "embed"

// Manifest is the manifest, as YAML.
//
//go:embed manifest.yaml
var Manifest []byte
