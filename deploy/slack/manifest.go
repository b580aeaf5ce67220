// Package slack holds the app's manifest for Slack, so that tests of what the app asks for read the
// same file that creates the app. It holds nothing else, and must not know what the app does.
package slack

import _ "embed"

// Manifest is the manifest, as YAML.
//
//go:embed manifest.yaml
var Manifest []byte
