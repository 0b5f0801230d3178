/* Nothing is called by name: see the source. */
