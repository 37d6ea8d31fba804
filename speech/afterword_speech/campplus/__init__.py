"""Converts the published weights of CAM++ (speaker embeddings) to an ONNX file, without torch."""
