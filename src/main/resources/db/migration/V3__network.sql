create schema network;
