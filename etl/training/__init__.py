"""How the encoder of `etl/encoder.py` is made: `make train`. Nothing here is needed to run Lawbeat.

examples: labelled passages as the encoder reads them, split by policy
network: the encoder with its two heads, from a base that a package brings
fit: the training itself; export: to int8 ONNX; measure: on policies left out
"""
