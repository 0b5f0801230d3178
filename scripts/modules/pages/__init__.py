"""Tests of the pages of `vraagbaak serve` in a browser: each module has those of one matter."""
