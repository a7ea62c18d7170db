// Holds the same permissions as Preflight Inspector and uses none: what that alone costs pages.
